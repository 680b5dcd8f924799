"""Stores: one protocol, two engines. `open_store` picks the engine from the address."""
