"""Extractors, one module per fact family: from the mentions of an article to its claims."""
