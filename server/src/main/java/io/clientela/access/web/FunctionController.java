package io.clientela.access.web;

import io.clientela.kernel.Actor;
import io.clientela.kernel.Functions;
import io.clientela.platform.Messages;
import io.clientela.platform.Needs;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a role can let somebody do, in words. */
@RestController
@RequestMapping("/api/v1/functions")
class FunctionController {

    private final Messages messages;

    FunctionController(Messages messages) {
        this.messages = messages;
    }

    @GetMapping
    @Needs(Functions.ACCESS_MANAGE)
    Items<FunctionView> list(Actor actor) {
        return new Items<>(
                Functions.ALL.stream().map(name -> view(name, actor.language())).toList());
    }

    private FunctionView view(String name, String language) {
        String group = name.substring(0, name.indexOf('.'));
        return new FunctionView(
                name,
                group,
                messages.text("function." + group, language, Map.of()),
                messages.text("function." + name, language, Map.of()),
                messages.text("function." + name + ".explained", language, Map.of()));
    }

    /** A function with the group it belongs to and what it lets somebody do. */
    record FunctionView(String key, String group, String groupLabel, String label, String explanation) {}
}
