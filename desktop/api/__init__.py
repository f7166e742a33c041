"""The local API: what the command line does, for other programs on this machine, as JSON over HTTP.

Off unless the user switches it on. It listens on the loopback address alone, and answers nobody who does not show
the token (`gate`). It works on the project that is open here, on its loop, with the verbs of the command line.
"""
