package planted.clientela.service;

public final class EmptyName {
    private EmptyName() {}
}
