"""The statutory return of children looked after (SSDA903): CSV files, or one XML file."""
