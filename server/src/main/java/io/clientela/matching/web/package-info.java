@NullMarked
package io.clientela.matching.web;

import org.jspecify.annotations.NullMarked;
