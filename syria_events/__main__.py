"""`python -m syria_events`, and the program `syria-events`."""

import sys


def main() -> None:
    """Run the program; Ctrl-C is quiet also while it is being imported."""
    try:
        from syria_events.cli.app import main as run
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
