"""The banks we work with, each behind `base.Provider`."""
