"""The statutory timetable, the stages of a review, its parts, and who is asked to each."""
