"""Measurements: how long things take, as ratios to the bare driver, on worlds of a region's size."""
