"""The nouns: frozen, versioned records that every other room speaks in. Imports nothing of ours but errors."""
