"""What a meeting is called: its label, its kind, its edition."""
