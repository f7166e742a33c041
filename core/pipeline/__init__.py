"""The durable runner: it knows stages only by their contract."""
