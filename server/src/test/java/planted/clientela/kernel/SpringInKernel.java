package planted.clientela.kernel;

import org.springframework.stereotype.Component;

@Component
public class SpringInKernel {}
