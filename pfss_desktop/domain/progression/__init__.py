"""The next step of each exercise: judged from how it went, as a suggestion with its reason. The therapist always decides."""
