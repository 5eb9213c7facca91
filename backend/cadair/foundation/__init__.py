"""What every room stands on: settings, database, refusals, clock, languages and sealing."""
