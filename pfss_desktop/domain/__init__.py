"""What a plan is and what may be done to it: frozen values and pure functions, standard library only."""
