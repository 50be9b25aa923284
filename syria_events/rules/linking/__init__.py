"""Which of the candidates act and are acted upon: rules propose, a linear model that was learned from gold chooses."""
