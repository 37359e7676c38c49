/** Text as people type it made comparable: tidy, folded, in pinyin, sortable, searchable. Pure functions; calls no other package of the kit. */
@NullMarked
package io.clientela.kit.text;

import org.jspecify.annotations.NullMarked;
