"""Let ``python -m kurilmap`` do what ``kurilmap`` does."""

from kurilmap.cli import main

if __name__ == "__main__":
    main()
