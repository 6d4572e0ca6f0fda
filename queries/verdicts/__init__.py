"""Whether information gets from one place to another, and what fails: rules, observations, paths, remedies."""
