package io.clientela.cli;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the verbs, giving each that asks for it the console. */
record Verbs(Console console) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Optional<Constructor<?>> withConsole = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Console.class}))
                .findFirst();
        if (withConsole.isPresent()) {
            return type.cast(withConsole.get().newInstance(console));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
