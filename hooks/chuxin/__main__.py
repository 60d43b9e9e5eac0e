"""`python -m chuxin` does what `chuxin` does."""

from .command.commands import main

if __name__ == "__main__":
    main()
