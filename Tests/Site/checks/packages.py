"""The data package: valid, each file of it as large as stated and with that hash, and its rows as described, by frictionless."""
import hashlib

from frictionless import FrictionlessException, Package, system


def check(site, faults):
    path = "datapackage.json"
    description = site.json(path)
    faults.expect(
        description.get("$schema") == "https://datapackage.org/profiles/2.0/datapackage.json", path, "it is not of version 2")
    for resource in description["resources"]:
        name = resource["path"]
        if name not in site.known:
            faults.add(path, f"{name} is not there")
            continue
        content = site.bytes(name)
        faults.expect(resource["bytes"] == len(content), path, f"{name} has {len(content)} bytes, not {resource['bytes']}")
        method, _, digest = resource["hash"].partition(":")
        faults.expect(hashlib.new(method, content).hexdigest() == digest, path, f"{name} has another {method}")
    if faults:
        return "files that are not as stated"
    try:
        with system.use_context(trusted=True):
            report = Package(str(site.folder / path)).validate()
    except FrictionlessException as error:
        faults.add(path, str(error))
        return "a description that cannot be read"
    for error in report.flatten(["title", "rowNumber", "fieldName", "message"]):
        faults.add(path, " ".join(str(part) for part in error if part is not None))
    faults.expect(report.valid, path, "frictionless says that it is not valid")
    return f"{len(description['resources'])} resources"
