// The French words of a code, in an order that never changes: a word's place is its number. words.test.ts holds the rules of the list. Accents are shown; typing may leave them out.
export const words: readonly string[] = `
abeille abondant aboutir abreuvoir abriter acajou accorder accroche accueil acheter acier acompte acquis acrobate acteur actif adage
adapter addition adhésif adjoint admirer adorer adresse adroit aérien affable affiche affluent agacer agencer agneau agrafe agréable
agrume aider aigrette aiguille ailette aimable ainsi airelle aisance ajonc ajour ajuster alambic albatros album alcôve algèbre algue
aligner aliment alinéa alizé allée alliage allonge allumer almanach alouette alpage alphabet alpin alterner alto alvéole amande amarre
amasser amateur ambiance aménager amical amidon amorce amphore ampleur ampoule amuser analyse ananas ancien andouille anémone aneth animal
annexe annonce annuel anorak anse antenne antilope apaiser apéritif aplanir aplomb appareil apport apprécier âpre aptitude aquarelle
aqueduc arachide araignée arbre arbuste arceau archipel arctique ardeur ardoise argent argile argument aride arnica arôme arpenter arrière
arrondi artichaut asperge asphalte aspirer assembler assiette astre astuce atelier atlas atoll atout attelage attirer aubergine audace
auge augmenter aulne automne autruche auvent avaler avancer aveline averti aviron avis avoine avril azalée azote azur babiole babouin
bagatelle bahut baignoire baladin balcon baleine ballerine balnéaire bambou banane banc bannière baobab barbeau baromètre barquette
basalte bascule basket batavia bâtir bavard bazar beaucoup bécane bégonia belette bélier belle bémol benjamin bergère berline besace
besoin bétail betterave beurre bibelot biche bicolore bidule bien bigoudi bijou bilboquet billet binette biologie biotope biscuit bivalve
bivouac bizarre bleu blini bloc blouson bobine bocage boiserie boîtier bolet bonbon bondir bonheur bonjour bonnet bonsoir bordure boréal
bosquet botanique botter boucle bougie bouillon bouleau bouquin bourgeon boussole bouteille bouvreuil bovin braise branche braquet bravo
brebis bretelle bricole brie briller brindille brique briser brocante broderie bronze brosse brouette broyer brugnon brume brunir bruyère
buanderie bûcher buée buffet buis bulbe burin butane buvette cabas cabine câble cabriole cacao cachemire cactus cadence cadran cafetière
caillou caisson calculer calepin calicot calmar cambrer caméléon camion campagne canapé candide canevas canicule cannelle canoë cantal
capeler capot caprice capsule capuche caquet carambole cardigan caresser caribou carnet carrosse cartable cascade cassis castor catalogue
cavalier cavité cédille cèdre ceinturon célèbre centaine cépage cercle céréale cerfeuil cerise césure chaise châle chamois chanson
chapiteau chariot chaton chaume chef chemin chenille chèque chèvre chicorée chiffre chimie chiot chlore chocolat choix chorale chose chou
ciboule cigale cigogne ciment cinéma cinq cintre circuit ciré cirque ciseler citerne citron clairon clapoter claquer clarté classeur
clavecin clématite clignoter climat clip cloche clown club cocher cocotte codage coffret coiffe coing colibri collier colonne combien
comédie commode complet concombre confiture congé connaître conque conseil contour convive copain copeau copie coquille corail corbeille
coriandre cormoran corne corolle correct corsage cosmos cosse costume coton coucou coudre couette coulis coupole courgette cousu couvert
crabe cravate crawl crayon création crédit crème crépi cresson creux crevette cricket crinière cristal critère crocus croissant croquer
croûte cueillir cuiller cuir cuisine cuivre cultiver curcuma curieux curry cursif cuve cycliste cygne cylindre cymbale cyprès cytise
dahlia dallage damier dandy dauphin davantage déblayer début décade décembre décider déclic découpe décrire dédier déduire définir degré
déguiser dehors déjeuner délai délicat demain démêler demi dénicher dénouer dentelle dépense déplier depuis derby dernier dérouler
descendre dessin deux devant devenir devise devoir dextre dialogue diamant diapason dictée diète diffuser digital diligent dimanche dinde
dinosaure diplôme discours disposer disque dissiper distinct divan dizaine docile domaine domino donner dorade dosage dosette douceur
douze dragon drain drap dribbler driver drôlement dune duplex durable durée dynamo ébauche ébène éblouir écaille écart échalote échelon
éclair éclore écluse économe écope écorce écouter écran écriteau écumoire écureuil écusson édifice éditeur édredon éducatif éduquer
effectif effiler effleurer effort égal égoutter égrener élaborer élancer élargir électron éléphant élève élixir ellipse éloge éloigner
émaner emballer embellir emblème embrasser émeraude émietter émincer émission emmener émotion emplir emprunter encadrer enchanté enclume
encoche encre endive endosser endroit énergie enfourner engrais énigme enjeu énorme enrichir enrouler enseigne ensuite entamer entendre
entourer entremets envergure environ envol épaissir épargner épeautre épeler épervier épice épilogue épingle épique épisode éplucher
éponge équation équerre équipe érable escale espadon espèce espiègle essaim essence essieu essor essuyer estampe estival estrade estuaire
établi étagère étalage étamine étang étape éthique étincelle étirer étoffe étoile étonnant étrange étroit étude étui événement évidence
évier évoluer exact exalter excellent exemple exercice exister exotique expédier exploit exposer express exquis fabrique fabuleux facette
facile facture faïence faire faisan falaise fameux fanal fanfare fanion fantaisie farandole farce farfelu farine fascinant faste faucon
faune fauteuil favoriser félin fenêtre fenouil ferme ferraille fertile festin fête feuille feutre février fiable fibre ficelle fidèle fier
filature filtre finale finesse finir fiole firmament flamant flanelle fléchir flétan fleur flexible flocon flonflon floral flotte flou
fluide fluor flûte focale foin foison folklore foncé fondant fontaine football forain forêt formel fossile fougère fouine foulard fourmi
fraction fragile fraîcheur framboise franchir frayer fredonner frein frêne fréquent fresque friandise friche frigo frileux fringale frise
froment frotter fructose frugal fuchsia fugace funambule fusain fuseau futur gagnant gaieté gain galaxie galerie galipette galop gambade
gamme garance garnir garrigue gâteau gauche gaufre gaze gazon geai géant gélatine gelée gelinotte gémeau genêt génial gentil géomètre
géranium gérer geste giboulée gigot gilet gingembre ginkgo girafe girolle gisement givré glaise glaner glisser gloire glucose glycérine
gobelet goéland golf gondolier gorille gouache goudron gourde goût goyave graine grammaire grange graphique grattoir gravure grelotter
grès grignoter grillon grimper griotte grisaille grive groseille grouper gruau guépard guichet guidon guignol guimauve guirlande guise
guitare gymnase gypse gyrophare habile haie halo halte hamac hameçon hamster hanneton hareng haricot harmonie harnais harpe hasardeux
hâter hauteur havre héberger hectare hélium herbier hérisson hermine héros heureux hexagone hiberner hibou hilare hippique histoire hiver
hobby hochet homard honnête horaire horizon horloge hortensia hôtesse houblon houle houppe hublot huile huître humeur humide humus hutte
hybride hydravion hypothèse ibis icône idéal idée idiome idylle igloo iguane illico illusion imaginer imbiber imiter immeuble imprimer
impulsion inaugurer incliner indigo industrie inédit infini influence infuser ingénieur initial innover inox inscrire insecte insister
inspirer installer insulaire intact intégrer inventer iode irriguer isard itinérant ivoirin jabot jacasser jachère jacinthe jadis jaguar
jaillir jalon jamais janvier japper jardin jarre jazz jeter jeton jeudi jeune jockey joie joindre joli jonction jongler jonquille joueur
journal jovial joyau joyeux jubilé judo juillet juin jument jungle jupe jupon juteux kaki kangourou kart kayak kermesse ketchup kilomètre
kimono kiosque klaxon koala label laborieux lacet lainage laiton lama lambris lamelle lampion lande langouste lanterne laque lardon
latéral latitude laurier lavabo laver lavoir layette layon leçon légende légume lendemain lentement léopard lessive lettre levain levure
lexique lézard liaison liane libellule librairie licence licorne liesse lièvre lilas limaçon limonade limpide linge linotte liquide
liseron liste litchi litière littéral livret location logis loisir longueur loquace loriot losange loterie lotus louer loukoum loupe loyal
lucarne ludique lueur luire lumière lunaire lundi lunette lupin lustrer lutrin luxe luxueux luzerne lycée lynx lyrique macaron machine
maçon magasin magique magnolia maillon maintenir maison majorette malaxer malin mallette malt mammifère manche mandarine manette manger
manioc manoir mansarde manuel maraîcher marchand mardi marée margelle marinade marmotte marquise marron marsouin marteau mascotte masque
mastic matelas matinée matou maturité mauve maximum méandre mécanique mèche médaille médian méduse meilleur mélange mêler mélisse mélodie
mémento mémoire ménage menthe mercredi meringue merlan mérou merveille mesurer métal météo méthode métier mètre meuble meulière meunier
miauler mica midi miel miette mignonne mijoter milan milieu mille mime mimosa minimum mirabelle missive mistral mitaine mixer modeste
modifier moelleux mohair moineau moire mois moitié molécule mollusque mondial monnaie mont monument moquette morceau morse mosaïque moteur
motif motte mouchoir moufle mouiller moulin mousse mouton mouvement moyen muer mugir muguet multiple mûrier murmurer muscat musette
musique mutuel myosotis myriade myrtille mystère mythique nacelle nacre nager naguère naïf naphte napperon narcisse narrer nasse natter
nature nautique navet navire nectarine neigeux nénuphar nettoyer neuvième nicher nickel niveau nocturne nœud noisette noix nombreux nord
nostalgie notable note notice nougat nounours nourrir nouveau novembre nuage nuit numéro nylon obélisque objectif oblique oblong occasion
océanique ocre octave octogone odeur odorat œillet œuf œuvre offrir oignon oiseau ombelle ombragé omelette omnibus ondée ondoyer ondulé
onze opale opaque opéra opportun optique oral orangeade orbital orchidée ordinaire orée orfèvre orgue orient original ornement ortie
osciller oseille oseraie osier osmose otarie ouate ouest ouistiti ourlet ours outarde outil outre ouverture ouvrage ovation oxygène
paddock pagaie page paiement paître palissade palme palourde palper panache pancarte panier panneau panorama pantalon paon papaye papillon
paprika papyrus paquebot parapluie parcours parfait parking parler parole parsemer partage parure passoire pastèque patate patère patin
pavaner payer paysage pédale peigner peinture pelage pélican pelouse pelure pencher pendant péninsule pénombre penser pente pépin perdrix
pergola périple perméable perruche persil pertinent pesée pétanque petit pétrin pétunia peuplier pharmacie phénix phoque photon phrase
physalis piano picorer pièce pieuvre pilote pinceau pinède pingouin pinson piper pirouette piscine pissenlit pistil pivert pivoter pizza
plafond plaisir plancher plaquette plastique plateau plausible plein plénitude pliage plier plissé plongeon pluie plumage pluriel plus
pneu pochette podium poêle poésie poignée pointe poireau poisson poivron polaire politesse pollen polygone pommier pompe ponctuel pondre
poney populaire porche porteur position possible posture potage poteau potiron pouf pouliche poupée pourpre poussin poutrelle prairie
pratiquer préau précieux prédire préface prélasser premier prénom préparer présenter prêter prévenir primevère principe priorité prisme
prix probable procéder produit profil programme projet prolonger promenade prononcer propre prospère protéine proue proverbe proximité
prudent pruneau puissance puits pull puma pupitre pureté puzzle pyjama pylône pyramide quai qualité quand quartier quatorze quenelle
quetsche quiche quille quinte quiproquo quittance quotient raboter raccourci racine raconter radio radoucir raffermir rainure raisonner
rajeunir ralentir rallye ramage rameau ramoner rampe ramure randonnée rang ranimer rapide rappel raquette rassurer raton ravioli réaction
réalité rebond récemment réchaud récif record recycler rédiger réduction réel reflet refrain regain régisseur réglisse régulier reinette
réjouir relater reliure remarquer remettre remise remonter remuer renard rencontre rengaine renne renouveau rentrée renverser répartir
répéter réplique reposer reprise réseau résine résoudre respect ressort résumer rétablir retrouver réunion réussite réveil réviser revue
rhubarbe richesse ricochet rideau rieur rigide rigole rimer rincer rissoler rivage rivet rivière robinet robuste rocaille rocker romarin
rondelle ronron roquefort rosace rosée rosir rossignol rotative rôti rotor roucouler rouet rouge roulotte routine rouvrir roux ruban rubis
rubrique ruche ruelle rugby rugueux ruisseau rustique rutabaga rythme sablier sacoche safran sagesse salami saler salière salopette
salsifis samedi sandale sangle santé saphir sapin sarcelle satellite satisfait saturer saucisse saule saumure sautoir savane saveur
savourer saynète scarabée scène sceptre schéma sciage sciure scooter script sculpter séance sécher secouer segment seigle seize séjour
sélection semaine sembler semelle semis semoule sensible sentier sept séquence serein sérieux serpolet serre service sésame session setter
seuil sève shampoing sidéral siècle sieste siffler signature silex sillon similaire simple sincère singulier sinueux siphon sirop sittelle
situation sixième skier slalom smoking sobriété sociable socle socquette soigner soixante soleil solfège solide solo solution sombrero
sommet songeur sonnette sonore soprano sorte soucoupe souder soufflé souhait souligner soupape sourire soutien souvenir spatial spécial
sphère sphinx spinnaker spirale splendide square stade stagiaire stand star statuette stellaire steppe stimuler stockage stop store
strophe stuc studio sublime subtil succès sucette sucrerie suggérer suite sulfate superflu supporter suprême surface surnom surplus
susciter svelte sycomore syllabe sylvestre symbole symétrie symphonie synonyme synthèse système tablette tabouret tactile taffetas taillis
talc talent tamaris tambour tamiser tamponner tango tanière tanner tapis tapoter taquin tarif tarte tasser tatami taureau taxi technique
teck teinte téléphone tellement tempérer tendresse tennis ténor tenture terne terrasse têtard texte théâtre théière théorie thermos thon
thuya thym tiédir tiers tige tilleul timbale timide tintement tipi tirage tirelire tiroir tison tissu titane titre titulaire toast
toboggan toiser toit tomate tome tonalité tondeuse tonifiant tonnelle topaze toque torchon torrent torsade tortiller total toucan touffe
toujours toupie tournesol toutefois tracteur traîneau trame trapèze travée trèfle treillis tremble trente trépied tressage treuil tribord
tricorne trident trier trille trimestre tringle triomphe tripler troène trois trompette tronc tropical trottoir troupe truc truffer truite
tulipe turbine tutu tuyau tweed type typique ukulélé ultérieur ultime unanime unique unir unisson unité univers urbain usager usine
ustensile usuel utiliser vacance vague vaillant vaisseau valable valeureux valise vallon valoir vanille vanne vapeur vaporeux varan varech
variable vasistas veau vecteur vedette végétal véhicule veille vélo vendredi venir vent véranda verbe verdure verglas vérité vermeil
vernis verrière verser vertical verveine vestiaire vêtement viaduc viande vibration vieillir vieux vigilant vigueur villa vinaigre vingt
vinicole violon virer virgule virtuel visible visser vitamine vitesse vitrail vivace vivifier vœu voguer voici voilier voir voisin voiture
volant volcan volière volley voltiger volume voûte voyage voyelle vraiment wallaby xylophone yacht yaourt yéti yodler yoga yole yourte
zèbre zénith zéphyr zigzag zinnia zodiaque zone zoologie zoom
`
  .trim()
  .split(/\s+/)
