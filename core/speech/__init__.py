"""Speech: what was said and when, from captions, a local model, an endpoint or an offline draft."""

import os

# ONNX Runtime, which voice activity runs on, reports to its maker unless this is set before it is loaded.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # noqa: TID251  set here, read there
