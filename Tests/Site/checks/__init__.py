"""One check of a published site in each module: `check(site, faults)` adds what it finds to the faults and returns a
few words on what it looked at."""
