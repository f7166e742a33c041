"""Start Shortlist: a window, or one command without it."""

from multiprocessing import freeze_support

if __name__ == "__main__":
    freeze_support()
    from desktop.app import main

    raise SystemExit(main())
