/** Classes that break the walls on purpose, so that each rule is seen to stop somebody; no part of the product. */
@org.jspecify.annotations.NullMarked
package planted;
