"""What every room stands on: database, HTTP, clock, settings, columns, audit. Knows no room."""
