package io.clientela.access.web;

import java.util.List;

/** A whole list in its envelope, so that more can be said beside it one day. */
record Items<T>(List<T> items) {}
