"""The program with chunks of forty seconds. Its workers import this module too, as they import any main module."""

from multiprocessing import freeze_support

from core.speech import listening

listening.CHUNK_SECONDS = 40.0

if __name__ == "__main__":
    freeze_support()
    from desktop.app import main

    raise SystemExit(main())
