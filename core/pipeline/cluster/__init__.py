"""Work on other machines: an executor over Dask, and what runs at its other end."""
