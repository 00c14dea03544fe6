"""Organisational support: HR's roll-out to the departments."""
