"""`python -m syria_events`."""

from syria_events.cli.app import main

if __name__ == "__main__":
    main()
