"""JSON: each published file is valid against the schema that it names, and the schemas are valid."""
import json

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import SchemaError
from referencing import Registry, Resource

# These are described by standards, not by schemas of ours.
OTHERS = ("csv-metadata.json", "datapackage.json")


def without_repetition(path, faults):
    def take(pairs):
        names = [name for name, _ in pairs]
        for name in {name for name in names if names.count(name) > 1}:
            faults.add(path, f"the key {name} is there twice")
        return dict(pairs)

    return take


def check(site, faults):
    schemas = {}
    for path in [path for path in site.paths(".json") if path.startswith("schema/")]:
        schema = site.json(path)
        try:
            Draft202012Validator.check_schema(schema)
        except SchemaError as error:
            faults.add(path, f"not a schema: {error.message}")
            continue
        faults.expect(site.path_of(schema["$id"]) == path, path, f"its address says {schema['$id']}")
        schemas[schema["$id"]] = schema
    registry = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in schemas.items())
    validators = {
        name: Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())
        for name, schema in schemas.items()
    }
    count = 0
    for path in site.paths(".json"):
        if path.startswith("schema/") or path.endswith(OTHERS):
            continue
        count += 1
        try:
            document = json.loads(site.bytes(path), object_pairs_hook=without_repetition(path, faults))
        except ValueError as error:
            faults.add(path, f"not JSON: {error}")
            continue
        validator = validators.get(document.get("$schema"))
        if validator is None:
            faults.add(path, f"names the schema {document.get('$schema')}, which is not there")
            continue
        for error in validator.iter_errors(document):
            faults.add(path, f"{error.json_path}: {error.message}")
    return f"{count} files, {len(schemas)} schemas"
