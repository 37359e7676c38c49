/** Allowed to call nobody. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package planted.rooms.downstairs;
