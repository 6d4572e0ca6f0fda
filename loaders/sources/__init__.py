"""The formats that facts are read from, each on its own, and the contract that they keep."""
