"""`python -m ingest.cli`: the same as `mahdar`."""

from ingest.cli import main

if __name__ == "__main__":
    main()
