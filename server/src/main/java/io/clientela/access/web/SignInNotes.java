package io.clientela.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientela.access.DemoAccounts;
import io.clientela.platform.Open;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the sign-in page may say before anybody has signed in: nothing, or whom one can be in a demonstration. */
@RestController
class SignInNotes {

    private final ObjectProvider<DemoAccounts> demo;

    SignInNotes(ObjectProvider<DemoAccounts> demo) {
        this.demo = demo;
    }

    @GetMapping("/sign-in.json")
    @Open
    Notes notes() {
        DemoAccounts known = demo.getIfAvailable();
        return known == null ? new Notes(null, List.of()) : new Notes(known.password(), known.people());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Notes(@Nullable String password, List<DemoAccounts.Shown> people) {}
}
