"""`python -m chuxin` does what `chuxin` does."""

from .commands import main

if __name__ == "__main__":
    main()
