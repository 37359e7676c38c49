package io.clientela.fields;

import io.clientela.kit.fields.Catalogue;
import io.clientela.kit.fields.CodeLists;

/** One state of the catalogue with its code lists; work on a batch holds one from beginning to end. */
public record Edition(long version, Catalogue catalogue, CodeLists codeLists) {}
