"""The pages of an audit: valid and accessible."""
from checks import accessibility, validity


def check(site, faults):
    return f"{validity.check(site, faults)}; {accessibility.check(site, faults, site.paths('.html'))}"
