"""Publishing: finished clips sent to a folder, a storage or a webhook, whole or not at all, and never twice."""
