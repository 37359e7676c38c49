package io.clientela;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The whole server: one process, one room a package. */
@Modulithic(
        systemName = "Clientela",
        sharedModules = {"kernel", "platform", "audit", "access"})
@SpringBootApplication
public class ClientelaApplication {}
