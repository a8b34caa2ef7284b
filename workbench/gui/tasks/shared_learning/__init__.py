"""What there is to see of runs that learnt several things at once, or from a teacher."""
