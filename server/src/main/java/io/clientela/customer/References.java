package io.clientela.customer;

import io.clientela.kernel.Actor;
import org.springframework.stereotype.Component;

/** Whether a customer named in a field of another is there for whoever names them. */
@Component
class References {

    private final FileStore files;

    References(FileStore files) {
        this.files = files;
    }

    boolean reaches(String number, Actor actor) {
        return files.find(new CustomerNumber(number))
                .filter(FileRow::listed)
                .filter(row -> InScope.of(actor.scope(), row))
                .isPresent();
    }
}
