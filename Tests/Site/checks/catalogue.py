"""The catalogue for data portals: readable without a network, with what DCAT-AP makes obligatory, and files as stated."""
import hashlib
import socket
from unittest import mock

import rdflib
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD

SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
# What each kind of resource has to have: DCAT-AP 3, mandatory and recommended properties.
NEEDED = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.distribution),
    DCAT.Distribution: (DCAT.accessURL, DCAT.downloadURL, DCAT.mediaType, DCTERMS.license),
    FOAF.Agent: (FOAF.name,),
}


def refuse(*_):
    raise OSError("reading the catalogue needs the network")


def check(site, faults):
    path = "catalog.jsonld"
    graph = rdflib.Graph()
    try:
        with mock.patch.object(socket.socket, "connect", refuse), mock.patch.object(socket, "getaddrinfo", refuse):
            graph.parse(site.folder / path, format="json-ld", publicID=site.base + path)
    except Exception as error:
        faults.add(path, f"cannot be read: {error}")
        return "a catalogue that cannot be read"
    for kind, properties in NEEDED.items():
        subjects = set(graph.subjects(RDF.type, kind))
        faults.expect(subjects, path, f"there is no {kind.fragment}")
        for subject in subjects:
            for name in properties:
                faults.expect((subject, name, None) in graph, path, f"{kind.fragment} {subject} has no {name}")
    for subject, license in graph.subject_objects(DCTERMS.license):
        faults.expect(isinstance(license, rdflib.URIRef), path, f"the licence of {subject} has no address")
    for name in (DCTERMS.title, DCTERMS.description):
        for subject in set(graph.subjects(name)):
            languages = [text.language for text in graph.objects(subject, name)]
            faults.expect(len(set(languages)) == len(languages), path, f"{subject} has two texts of a language")
    for name in (DCTERMS.issued, DCTERMS.modified):
        for subject, day in graph.subject_objects(name):
            is_date = day.datatype in (XSD.date, XSD.dateTime, XSD.gYear) and day.value is not None
            faults.expect(is_date, path, f"{subject}: {day} is not a date")
    count = 0
    for distribution, address in graph.subject_objects(DCAT.downloadURL):
        count += 1
        check_file(site, graph, path, distribution, site.path_of(str(address)), faults)
    return f"{count} files"


def check_file(site, graph, path, distribution, target, faults):
    if target not in site.known:
        faults.add(path, f"{distribution} leads to {target}, which is not there")
        return
    size = graph.value(distribution, DCAT.byteSize)
    faults.expect(size is not None and int(size) == site.size(target), path, f"{target} has {site.size(target)} bytes, not {size}")
    for checksum in graph.objects(distribution, SPDX.checksum):
        value = graph.value(checksum, SPDX.checksumValue)
        stated = value.value.hex() if isinstance(value.value, bytes) else str(value).lower()
        faults.expect(stated == hashlib.sha256(site.bytes(target)).hexdigest(), path, f"{target} has another checksum")
