/** The HTTP face of access: shells around the room's acts. */
@NullMarked
package io.clientela.access.web;

import org.jspecify.annotations.NullMarked;
